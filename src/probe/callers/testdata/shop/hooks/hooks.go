// Package hooks calls what others have left with it.
package hooks

var all []func()

// Add leaves a function to be called.
func Add(hook func()) { all = append(all, hook) }

// Run calls them.
func Run() {
	for _, hook := range all {
		hook()
	}
}
