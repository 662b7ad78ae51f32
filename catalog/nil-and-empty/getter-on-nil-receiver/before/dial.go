// Package dial plans connections.
package dial

import "fmt"

// Options may be nil.
type Options struct{ retries, port int }

func (o *Options) Retries() int { return o.retries }

func (o *Options) Port() int { return o.port } //crash:blame

func Plan(host string, options *Options) string {
	return fmt.Sprintf("%s:%d, %d retries", host, options.Port(), options.Retries())
}
