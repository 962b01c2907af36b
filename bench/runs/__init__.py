"""What can be measured: one module a bench, found by its name. Each offers `HELP` and `run()`, 0 when all is met.

One that takes options offers `add(parser)` too, and `run(options)`.
"""
