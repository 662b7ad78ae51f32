// Package mirror asks several servers for the same file.
package mirror

import "context"

// Fetch returns the answer of the fastest mirror.
func Fetch(ctx context.Context, mirrors []string, get func(mirror string) (string, error)) (string, error) {
	answers := make(chan string, len(mirrors))
	failures := make(chan error, len(mirrors))
	for _, mirror := range mirrors {
		mirror := mirror
		go func() {
			answer, err := get(mirror)
			if err != nil {
				failures <- err
				return
			}
			answers <- answer
		}()
	}
	var failure error
	for range mirrors {
		select {
		case answer := <-answers:
			return answer, nil
		case failure = <-failures:
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
	return "", failure
}
