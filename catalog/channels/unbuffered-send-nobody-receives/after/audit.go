// Package audit looks for weak settings.
package audit

// Check sends a line for each setting that is weak.
func Check(settings map[string]string) <-chan string {
	problems := make(chan string)
	go func() {
		defer close(problems)
		for name, value := range settings {
			if value == "" {
				problems <- name + " is empty"
			}
		}
	}()
	return problems
}
