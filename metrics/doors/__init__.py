"""The analyst's doors: one command a module, found by its name. Each offers `HELP`, `add(parser)` and `run(args)`."""
