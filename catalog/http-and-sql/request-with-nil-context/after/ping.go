// Package ping asks whether a service is there.
package ping

import (
	"context"
	"net/http"
)

type Ping struct{ URL string }

func (p Ping) Request(ctx context.Context) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodHead, p.URL, nil)
}
