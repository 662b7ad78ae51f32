// Package templates finds the template of a document.
package templates

import "errors"

var ErrMissing = errors.New("templates: missing")

var known = map[string]string{"invoice-de": "Rechnung", "invoice-en": "Invoice"}

func Find(document, language string) (string, error) {
	text, ok := known[document+"-"+language]
	if !ok {
		return "", ErrMissing
	}
	return text, nil
}
