package lend

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
)

func init() { sql.Register("shelf", shelf{}) }

// shelf is a database of two books that takes no transactions.
type shelf struct{}

func (shelf) Open(string) (driver.Conn, error) { return shelf{}, nil }

func (shelf) Prepare(string) (driver.Stmt, error) { return nil, errors.New("not supported") }

func (shelf) Close() error { return nil }

func (shelf) Begin() (driver.Tx, error) { return nil, errors.New("the shelf is read-only") }

func (shelf) QueryContext(_ context.Context, query string, _ []driver.NamedValue) (driver.Rows, error) {
	if query == "" {
		return nil, errors.New("empty query")
	}
	return &books{titles: []string{"Emma", "Faust"}}, nil
}

type books struct{ titles []string }

func (*books) Columns() []string { return []string{"title"} }

func (*books) Close() error { return nil }

func (b *books) Next(row []driver.Value) error {
	if len(b.titles) == 0 {
		return io.EOF
	}
	row[0], b.titles = b.titles[0], b.titles[1:]
	return nil
}
