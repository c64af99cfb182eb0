goto suite
