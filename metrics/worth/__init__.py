"""From avoided cases to pounds, step by step, each with its range. `metrics.value` puts the steps in order."""
