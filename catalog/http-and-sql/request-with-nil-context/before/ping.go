// Package ping asks whether a service is there.
package ping

import (
	"context"
	"net/http"
)

type Ping struct {
	URL     string
	Context context.Context
}

func (p Ping) Request() (*http.Request, error) {
	request, err := http.NewRequest(http.MethodHead, p.URL, nil)
	if err != nil {
		return nil, err
	}
	return request.WithContext(p.Context), nil //crash:blame
}
