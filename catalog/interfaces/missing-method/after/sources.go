// Package sources collects news.
package sources

type source interface{ Next() string }

type closer interface{ Close() error }

type connection struct{ Closed bool }

func (c *connection) Next() string { return "sunny" }

func (c *connection) Close() error {
	c.Closed = true
	return nil
}

type plainText string

func (p plainText) Next() string { return string(p) }

func ShutDown(sources []source) error {
	for _, source := range sources {
		closer, ok := source.(closer)
		if !ok {
			continue
		}
		if err := closer.Close(); err != nil {
			return err
		}
	}
	return nil
}
