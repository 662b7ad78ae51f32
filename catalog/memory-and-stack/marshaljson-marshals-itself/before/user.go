// Package user tells other services about users.
package user

import "encoding/json"

type User struct {
	Name     string
	Password string `json:",omitempty"`
}

func (u User) MarshalJSON() ([]byte, error) {
	u.Password = ""
	return json.Marshal(u) //crash:blame
}
