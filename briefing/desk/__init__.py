"""The desk: a configuration, its sources, a library that remembers, and the daily run over them."""
