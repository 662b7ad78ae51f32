const file = 'server/server.go';

/** @type {import('../injection.mjs').Injection[]} */
export const server = [
  {
    id: 'server-answer-without-pool',
    kind: 'sync.Pool removed',
    test: 'TestArticle',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.(*Server).answer',
    edits: [
      {
        file,
        from: `	buffer := s.buffers.Get().(*bytes.Buffer)
	defer s.buffers.Put(buffer)
	buffer.Reset()
`,
        to: '	buffer := bytes.NewBuffer(make([]byte, 0, 4096))\n',
      },
    ],
  },
  {
    id: 'server-download-without-pool',
    kind: 'sync.Pool removed',
    test: 'TestDownload',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.(*Server).Download',
    edits: [
      {
        file,
        from: `	writer := s.writers.Get().(*bufio.Writer)
	defer s.writers.Put(writer)
	writer.Reset(to)
`,
        to: '	writer := bufio.NewWriterSize(to, 16<<10)\n',
      },
    ],
  },
  {
    id: 'server-pool-never-filled',
    kind: 'sync.Pool removed',
    test: 'TestArticle',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.newBuffer',
    edits: [{ file, from: '	defer s.buffers.Put(buffer)\n', to: '' }],
  },
  {
    id: 'server-filter-escapes',
    kind: 'hot function escapes',
    test: 'TestSearch',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.(*Server).Search',
    edits: [
      {
        file,
        from: '		if matches(&s.articles[i], text) {',
        to: `		article := s.articles[i]
		if filter(&article, text) {`,
      },
      { file, from: 'func matches(', to: 'var filter = matches\n\nfunc matches(' },
    ],
  },
  {
    id: 'server-lower-case',
    kind: 'everyday change',
    test: 'TestSearch',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.matches',
    edits: [
      {
        file,
        from: 'return strings.Contains(article.Title, text) ||',
        to: 'return strings.Contains(strings.ToLower(article.Title), strings.ToLower(text)) ||',
      },
    ],
  },
  {
    id: 'server-indented-json',
    kind: 'test +5 %',
    test: 'TestArticle',
    metric: 'allocBytes',
    guilty: 'example.com/shop/server.(*Server).encode',
    edits: [
      {
        file,
        from: '	_ = json.NewEncoder(to).Encode(articles)\n',
        to: `	text, _ := json.MarshalIndent(articles, "", "  ")
	_, _ = to.Write(text)
`,
      },
    ],
  },
  {
    id: 'server-leak',
    kind: 'leak of 2 MiB',
    test: 'TestSessions',
    metric: 'inuseBytes',
    guilty: 'example.com/shop/server.(*Server).Session',
    edits: [
      {
        file,
        from: '// Session counts',
        to: `type visit struct {
	visitor string
	count   [4]int
}

var visits []*visit

// Session counts`,
      },
      {
        file,
        from: '	s.sessions[visitor]++\n',
        to: `	s.sessions[visitor]++
	if len(visits) < 40_000 {
		visits = append(visits, &visit{visitor: visitor})
	}
`,
      },
    ],
  },
];
