"""The designs that say what would have happened anyway, one file a method. `metrics.counterfactual` calls them."""
