// Package readers counts the readers of a library.
package readers

import "database/sql"

func Count(source string) (int, error) {
	db, _ := sql.Open("postgres", source)
	count := 0
	err := db.QueryRow("SELECT count(*) FROM readers").Scan(&count) //crash:blame
	return count, err
}
