// Package formula checks the brackets of formulas.
package formula

import "errors"

var ErrSyntax = errors.New("formula: syntax error")

const maxDepth = 1000

type parser struct {
	text string
	at   int

	depth int
}

func Check(formula string) error {
	p := &parser{text: formula}
	if err := p.parseGroup(); err != nil {
		return err
	}
	if p.at < len(p.text) {
		return ErrSyntax
	}
	return nil
}

func (p *parser) parseGroup() error {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return ErrSyntax
	}
	for p.at < len(p.text) && p.text[p.at] != ')' {
		open := p.text[p.at] == '('
		p.at++
		if !open {
			continue
		}
		if err := p.parseGroup(); err != nil {
			return err
		}
		if p.at >= len(p.text) {
			return ErrSyntax
		}
		p.at++
	}
	return nil
}
