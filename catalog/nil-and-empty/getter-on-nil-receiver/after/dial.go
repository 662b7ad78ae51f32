// Package dial plans connections.
package dial

import "fmt"

// Options may be nil.
type Options struct{ retries, port int }

func (o *Options) Retries() int {
	if o == nil {
		return 3
	}
	return o.retries
}

func (o *Options) Port() int {
	if o == nil {
		return 443
	}
	return o.port
}

func Plan(host string, options *Options) string {
	return fmt.Sprintf("%s:%d, %d retries", host, options.Port(), options.Retries())
}
