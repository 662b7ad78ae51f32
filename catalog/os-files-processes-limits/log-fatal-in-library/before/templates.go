// Package templates finds the template of a document.
package templates

import (
	"errors"
	"log"
)

var ErrMissing = errors.New("templates: missing")

var known = map[string]string{"invoice-de": "Rechnung", "invoice-en": "Invoice"}

func Find(document, language string) (string, error) {
	text, ok := known[document+"-"+language]
	if !ok {
		log.Fatalf("templates: no template for %s-%s", document, language)
	}
	return text, nil
}
