// Package changes tells what was changed in an article.
package changes

import "reflect"

type Article struct {
	Title, Text string
	revision    int
}

func Between(old, new Article) []string {
	var changed []string
	a, b := reflect.ValueOf(old), reflect.ValueOf(new)
	for i := 0; i < a.NumField(); i++ {
		if !a.Field(i).CanInterface() {
			continue
		}
		if a.Field(i).Interface() != b.Field(i).Interface() {
			changed = append(changed, a.Type().Field(i).Name)
		}
	}
	return changed
}
