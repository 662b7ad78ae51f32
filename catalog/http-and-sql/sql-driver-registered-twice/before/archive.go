// Package archive keeps old letters in a database.
package archive

import (
	"database/sql"
	"database/sql/driver"
	"errors"
)

type logged struct{}

func (logged) Open(string) (driver.Conn, error) { return nil, errors.New("the archive is closed") }

func Open(name string) (*sql.DB, error) {
	sql.Register("logged", logged{}) //crash:blame
	return sql.Open("logged", name)
}
