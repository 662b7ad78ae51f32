// Package upload stores files in parallel.
package upload

// All uploads the files and returns the first error.
func All(files []string, store func(file string) error) error {
	errs := make(chan error)
	for _, file := range files {
		file := file
		go func() {
			if err := store(file); err != nil {
				errs <- err
			}
		}()
	}
	var first error
	for range files {
		if err := <-errs; err != nil && first == nil { //crash:blame
			first = err
		}
	}
	return first
}
