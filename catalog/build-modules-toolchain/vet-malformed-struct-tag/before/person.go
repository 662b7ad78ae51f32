// Package person writes people as JSON.
package person

import "encoding/json"

type Person struct {
	Name string `json: "name"` //crash:blame
}

func JSON(person Person) (string, error) {
	text, err := json.Marshal(person)
	return string(text), err
}
