// Package choir lets all voices sing at once.
package choir

import "golang.org/x/sync/errgroup"

func Sing(voices ...func() error) error {
	var group errgroup.Group
	for _, voice := range voices {
		group.Go(voice)
	}
	return group.Wait()
}
