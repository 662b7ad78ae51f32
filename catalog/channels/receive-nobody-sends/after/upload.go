// Package upload stores files in parallel.
package upload

// All uploads the files and returns the first error.
func All(files []string, store func(file string) error) error {
	errs := make(chan error)
	for _, file := range files {
		file := file
		go func() { errs <- store(file) }()
	}
	var first error
	for range files {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}
