package main

// limits are the resource limits as the test binary works under them. Go's runtime raises the soft limit of open files
// to the hard one, in the shim as in the test binary, so that is what both see.
func limits() map[string]limit {
	found := map[string]limit{}
	for name, resource := range limitNumbers() {
		if value, ok := readLimit(resource); ok {
			found[name] = value
		}
	}
	return found
}
