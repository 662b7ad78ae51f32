// Package formula checks the brackets of formulas.
package formula

import "errors"

var ErrSyntax = errors.New("formula: syntax error")

type parser struct {
	text string
	at   int
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
	for p.at < len(p.text) && p.text[p.at] != ')' {
		open := p.text[p.at] == '('
		p.at++
		if !open {
			continue
		}
		if err := p.parseGroup(); err != nil { //crash:blame
			return err
		}
		if p.at >= len(p.text) {
			return ErrSyntax
		}
		p.at++
	}
	return nil
}
