// Package mirror asks several servers for the same file.
package mirror

import "context"

// Fetch returns the answer of the fastest mirror.
func Fetch(ctx context.Context, mirrors []string, get func(mirror string) (string, error)) (string, error) {
	answers := make(chan string, len(mirrors))
	for _, mirror := range mirrors {
		mirror := mirror
		go func() {
			if answer, err := get(mirror); err == nil {
				answers <- answer
			}
		}()
	}
	select { //crash:blame
	case answer := <-answers:
		return answer, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
