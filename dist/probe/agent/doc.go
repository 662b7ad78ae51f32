// Package agent rides inside a test binary and writes down what the process holds while it runs.
//
// It is either a package of its own in the tested module, or its files are turned into files of an external test
// package. Everything here follows from that second life: every identifier of the package, imports included, carries
// the prefix, because it shares a name space with somebody's tests; and the code is Go 1.13, because the tested module
// says which language its files are in. It never prints, never panics and never changes a result: where something does
// not work it stays silent and inactive.
package agent
