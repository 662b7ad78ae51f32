// Package storage stores files up to a quota.
package storage

import (
	"errors"
	"fmt"
)

type QuotaError struct{ Left int }

func (e *QuotaError) Error() string { return fmt.Sprintf("%d bytes are left", e.Left) }

func Put(size, quota int) error {
	if size > quota {
		return fmt.Errorf("put: %w", &QuotaError{Left: quota})
	}
	return nil
}

// Left is how much would have fitted.
func Left(err error) int {
	var quota *QuotaError
	if errors.As(err, &quota) {
		return quota.Left
	}
	return 0
}
