// Package readers counts the readers of a library.
package readers

import "database/sql"

func Count(source string) (int, error) {
	db, err := sql.Open("postgres", source)
	if err != nil {
		return 0, err
	}
	count := 0
	err = db.QueryRow("SELECT count(*) FROM readers").Scan(&count)
	return count, err
}
