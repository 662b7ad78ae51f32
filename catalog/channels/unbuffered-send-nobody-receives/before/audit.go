// Package audit looks for weak settings.
package audit

// Check sends a line for each setting that is weak.
func Check(settings map[string]string) <-chan string {
	problems := make(chan string)
	for name, value := range settings {
		if value == "" {
			problems <- name + " is empty" //crash:blame
		}
	}
	close(problems)
	return problems
}
