// Package titles lists the titles of books.
package titles

import "database/sql"

func List(db *sql.DB, query string) ([]string, error) {
	rows, err := db.Query(query)
	defer rows.Close()
	if err != nil {
		return nil, err //crash:blame
	}
	var titles []string
	for rows.Next() {
		var title string
		if err := rows.Scan(&title); err != nil {
			return nil, err
		}
		titles = append(titles, title)
	}
	return titles, rows.Err()
}
