package agent

// crashGuardScan goes through Go source word by word; all that is no name is a word of one byte. Comments, strings and white
// space are passed over.
type crashGuardScan struct {
	text []byte
	at   int // behind the word
	word string
}

func (s *crashGuardScan) next() bool {
	for s.at < len(s.text) {
		from := s.at
		char := s.text[from]
		s.at++
		switch {
		case char == '/' && s.at < len(s.text) && s.text[s.at] == '/':
			s.skipTo("\n")
		case char == '/' && s.at < len(s.text) && s.text[s.at] == '*':
			s.at++
			s.skipTo("*/")
		case char == '`':
			s.skipTo("`")
		case char == '"' || char == '\'':
			s.skipString(char)
		case crashGuardOfName(char):
			for s.at < len(s.text) && crashGuardOfName(s.text[s.at]) {
				s.at++
			}
			s.word = string(s.text[from:s.at])
			return true
		case char > ' ':
			// ":=" is no ":".
			if char == ':' && s.at < len(s.text) && s.text[s.at] == '=' {
				s.at++
				continue
			}
			s.word = string(char)
			return true
		}
	}
	return false
}

func (s *crashGuardScan) skipTo(end string) {
	for ; s.at+len(end) <= len(s.text); s.at++ {
		if string(s.text[s.at:s.at+len(end)]) == end {
			s.at += len(end)
			return
		}
	}
	s.at = len(s.text)
}

func (s *crashGuardScan) skipString(quote byte) {
	for ; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\\':
			s.at++
		case quote:
			s.at++
			return
		}
	}
	s.at = len(s.text)
}

func crashGuardOfName(char byte) bool {
	return char == '_' || char >= '0' && char <= '9' || char >= 'a' && char <= 'z' || char >= 'A' && char <= 'Z' || char >= 0x80
}
