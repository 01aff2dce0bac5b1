import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { ResourceUse } from '../../../../shared/entry/summary.ts'

/*
 * A hundred links of journals by others, drawn with a seed from all 1,376 that were found, each read in its file by a
 * person and compared with what was read from it: title, authors, month, star, notes.
 *
 * 98 were right. Wrong were two, and with them their classes: an address in code that stands between Hugo's shortcodes
 * was taken for a link, and a note that goes on in the next line of its list item was cut off there.
 */
const corpus = '../shared/corpus'
const hasCorpus = existsSync(corpus)
const blog = 'BurntSushi--blog/content/'
const til = 'simonw--til/'

/** File, line from 1, title, authors, month, star, notes. */
type Checked = readonly [string, number, string, string, string | null, boolean, string]
const sample: readonly Checked[] = [
  [`${blog}post/bstr.md`, 184, 'std::io::Read trait', '', null, false, ''],
  [`${blog}post/bstr.md`, 227, 'gecko-dev (the source code for Firefox)', '', null, false, ''],
  [`${blog}post/bstr.md`, 950, 'BufReadExt::for_byte_line_with_terminator', '', null, false, ''],
  [`${blog}post/bstr.md`, 965, 'unicode-segmentation crate', '', null, false, ''],
  [`${blog}post/bstr.md`, 1379, 'Thom Chiovoloni', '', null, false, ''],
  [`${blog}post/csv.md`, 312, 'ReaderBuilder::has_headers', '', null, false, ''],
  [`${blog}post/csv.md`, 1038, 'Serde documentation on attributes', '', null, false, ''],
  [`${blog}post/csv.md`, 2214, 'StringRecord::deserialize', '', null, false, ''],
  [`${blog}post/csv.md`, 2407, 'Reader::read_record', '', null, false, ''],
  [`${blog}post/encephalitis.md`, 10, 'anti-NMDA receptor encephalitis', '', null, false, ''],
  [`${blog}post/encephalitis.md`, 34, 'suicidal ideation', '', null, false, ''],
  [`${blog}post/encephalitis.md`, 55, 'intravenous immunoglobulin', '', null, false, ''],
  [`${blog}post/foss.md`, 90, 'window manager', '', null, false, ''],
  [`${blog}post/foss.md`, 98, 'docopt.rs', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 325, 'extension', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 394, 'defined as a method', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 583, 'find its implementation of FromStr', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 635, 'and_then', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 1207, 'trait object', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 1287, 'defined in the standard library', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 1586, 'ParseIntError', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 1628, 'world population data', '', null, false, ''],
  [`${blog}post/rust-error-handling.md`, 2295, 'Result', '', null, false, ''],
  [`${blog}post/rust-regex-syntax-extensions.md`, 293, 'MacExpr', '', null, false, ''],
  [`${blog}post/rust-regex-syntax-extensions.md`, 509, 'entire module of things', '', null, false, ''],
  [`${blog}post/system76-darter-archlinux.md`, 146, 'released in Q3 2019', '', null, false, ''],
  [`${blog}post/thread-safety-x-go-binding.md`, 37, 'Wingo', '', null, false, ''],
  [`${blog}post/transducers.md`, 2117, "Internet Archive's DOI dataset", '', null, false, ''],
  [`${blog}post/transducers.md`, 2152, 'erickt', '', null, false, ''],
  [`${blog}post/transducers.md`, 2444, 'panic', '', null, false, ''],
  // Was wrong: the note ended with its first line, "Extremely fast".
  [
    `${blog}post/transducers.md`,
    2502,
    'aho-corasick',
    '',
    null,
    false,
    'Extremely fast multiple substring search.',
  ],
  [`${blog}post/type-parametric-functions-golang.md`, 224, 'release notes for Go 1.1', '', null, false, ''],
  [`${blog}post/unwrap.md`, 460, 'aho-corasick', '', null, false, ''],
  [`${blog}projects.md`, 53, 'demonstrating its performance', '', null, false, ''],
  [`${blog}projects.md`, 56, 'xsv', '', null, false, ''],
  [`${blog}projects.md`, 86, 'byteorder', '', null, false, ''],
  [`${blog}projects.md`, 130, 'TOML, an ini-like config file format', '', null, false, ''],
  [`${blog}projects.md`, 164, 'runtime reflection', '', null, false, ''],
  [
    'VeylanSolmira--ai-safety-researcher-compiler/src/data/roadmaps/ai-safety-researcher/content/mechanistic-interp@mechanistic-interp-subtopic.md',
    199,
    'Progress Measures for Grokking via Mechanistic Interpretability',
    '',
    null,
    false,
    "Neel Nanda's rigorous analysis",
  ],
  ['kepano--kepano-obsidian/Notes/Minimal Theme.md', 9, 'Minimal Theme', '', null, false, ''],
  ['kepano--kepano-obsidian/Readme.md', 7, 'Download this vault', '', null, false, ''],
  ['kepano--kepano-obsidian/References/Obsidian.md', 7, 'Obsidian', '', null, false, ''],
  [`${til}asgi/lifespan-test-httpx.md`, 9, "doesn't trigger lifespan events", '', null, false, ''],
  [`${til}auth0/auth0-logout.md`, 28, 'GET /v2/logout', '', null, false, ''],
  [`${til}auth0/auth0-logout.md`, 30, 'this commit', '', null, false, ''],
  [`${til}auth0/oauth-with-auth0.md`, 11, 'reverse engineering', '', null, false, ''],
  [
    `${til}auth0/oauth-with-auth0.md`,
    36,
    'pillarpointstewards.us.auth0.com/.well-known/openid-configuration',
    '',
    null,
    false,
    '',
  ],
  [`${til}bash/go-script.md`, 88, 'the full ChatGPT transcript', '', null, false, ''],
  [`${til}chrome/headless.md`, 53, 'the output PDF for that', '', null, false, ''],
  [
    `${til}cloudrun/tailing-cloud-run-request-logs.md`,
    210,
    'console.cloud.google.com/logs/query;query=resource.type%3D%22cloud_run_revision%22%0Alog_name%3D%22projects%2Fdatasette-222320%2Flogs%2Frun.googleapis.com%252Frequests%22;timeRange=P7D;?project=datasette-222320',
    '',
    null,
    false,
    '',
  ],
  [`${til}cloudrun/use-labels-for-billing-breakdown.md`, 3, '@glasnt', '', null, false, ''],
  [`${til}cloudrun/use-labels-for-billing-breakdown.md`, 59, 'Metrics explorer', '', null, false, ''],
  [
    `${til}cloudrun/use-labels-for-billing-breakdown.md`,
    65,
    'Bookmarked query',
    '',
    null,
    false,
    'only works for me',
  ],
  [`${til}datasette/crawling-datasette-with-datasette.md`, 3, 'datasette.io/-/beta', '', null, false, ''],
  [`${til}datasette/crawling-datasette-with-datasette.md`, 7, 'sqlite-utils', '', null, false, ''],
  [
    `${til}datasette/hugging-face-spaces.md`,
    131,
    'simonw-datasette-thebloke.hf.space/history/item?_facet_array=tags&_sort_desc=likes&_facet=pipeline_tag&_facet_size=10',
    '',
    null,
    false,
    '',
  ],
  [`${til}datasette/plugin-modifies-command.md`, 79, 'register_commands() plugin hook', '', null, false, ''],
  [`${til}datasette/plugin-modifies-command.md`, 158, 'here in Datasette', '', null, false, ''],
  [`${til}datasette/row-selection-prototype.md`, 3, 'llms', '', null, false, ''],
  [`${til}datasette/search-all-columns-trick.md`, 16, 'avengers example table', '', null, false, ''],
  [`${til}django/migration-postgresql-fuzzystrmatch.md`, 3, 'fuzzystrmatch extension', '', null, false, ''],
  [`${til}electron/sign-notarize-electron-macos.md`, 7, 'Apple Developer', '', null, false, ''],
  [
    `${til}electron/sign-notarize-electron-macos.md`,
    179,
    'appleid.apple.com/account/home',
    '',
    null,
    false,
    '',
  ],
  [`${til}electron/sign-notarize-electron-macos.md`, 269, 'my 0.1.0 tag', '', null, false, ''],
  [`${til}fly/scp.md`, 7, 'step by step instructions', '', null, false, ''],
  [`${til}fly/varnish-on-fly.md`, 115, 'this 4 year old forum thread', '', null, false, ''],
  [`${til}git/rewrite-repo-specific-files.md`, 7, 'git-filter-repo', '', null, false, ''],
  [`${til}github-actions/cog.md`, 3, 'Cog', '', null, false, ''],
  [`${til}github-actions/uvx-github-actions-cache.md`, 13, 'UV_EXCLUDE_NEWER', '', null, false, ''],
  [`${til}github-actions/uvx-github-actions-cache.md`, 55, 'astral-sh/setup-uv', '', null, false, ''],
  [
    `${til}github/github-pages.md`,
    36,
    'simonw.github.io/playing-with-github-pages/folder',
    '',
    null,
    false,
    '',
  ],
  [`${til}github/syntax-highlighting-python-console.md`, 28, 'languages.yml', '', null, false, ''],
  [`${til}graphql/get-graphql-schema.md`, 42, 'api.fly.io/graphql', '', null, false, ''],
  [`${til}ham-radio/general.md`, 15, 'an Observable notebook', '', null, false, ''],
  [`${til}homebrew/latest-sqlite.md`, 9, '127.0.0.1:8001/-/versions', '', null, false, ''],
  [`${til}javascript/dropdown-menu-with-details-summary.md`, 3, '#1064', '', null, false, ''],
  [`${til}javascript/jsr-esbuild.md`, 191, 'advanced setup', '', null, false, ''],
  [`${til}javascript/jsr-esbuild.md`, 228, 'esbuild_deno_loader', '', null, false, ''],
  [`${til}json/json-pointer.md`, 3, 'looking at options', '', null, false, ''],
  [`${til}llms/gpt-oss-evals.md`, 3, 'uv', '', null, false, ''],
  [`${til}macos/atuin.md`, 27, 'This thread', '', null, false, ''],
  [`${til}mastodon/verifying-github-on-mastodon.md`, 37, 'simonw.github.io', '', null, false, ''],
  [`${til}misc/voice-cloning.md`, 19, 'yt-dlp', '', null, false, ''],
  [`${til}npm/publish-web-component.md`, 118, 'npmjs.com/package/datasette-table', '', null, false, ''],
  [`${til}observable-plot/histogram-with-tooltips.md`, 5, 'docs here', '', null, false, ''],
  [
    `${til}pyodide/cryptography-in-pyodide.md`,
    108,
    'Remove pure Python packages from the repository',
    '',
    null,
    false,
    '',
  ],
  [`${til}pytest/syrupy.md`, 7, 'Syrupy', '', null, false, ''],
  [`${til}python/md5-fips.md`, 3, 'This issue', 'Parand Darugar', null, false, ''],
  [`${til}python/os-remove-windows.md`, 21, 'the implementation', '', null, false, ''],
  [`${til}python/tree-sitter.md`, 98, 'pattern matching language', '', null, false, ''],
  [`${til}readthedocs/documentation-seo-canonical.md`, 25, 'their documentation', '', null, false, ''],
  [`${til}selenium/selenium-python-macos.md`, 86, 'github.com/mozilla/geckodriver', '', null, false, ''],
  [`${til}sql/consecutive-groups.md`, 126, 'Truncated output', '', null, false, ''],
  [`${til}sqlite/column-combinations.md`, 55, 'Try that out', '', null, false, ''],
  [`${til}sqlite/list-all-columns-in-a-database.md`, 13, 'demo', '', null, false, ''],
  [`${til}sqlite/python-sqlite-memory-to-file.md`, 3, 'Datasette', '', null, false, ''],
  [`${til}sqlite/subqueries-in-select.md`, 68, 'Try that here', '', null, false, ''],
  [`${til}uv/uv-cli-apps.md`, 7, 'cookiecutter', '', null, false, ''],
  [`${til}vim/mouse-support-in-vim.md`, 7, 'textual', '', null, false, ''],
]

/**
 * Addresses that were written in several ways, and in how many. Looked through by hand: each is one page, written with
 * another part of it (`#method.read`), with and without its last slash, with `http` and `https`.
 *
 * Two of them are a matter of taste: a page about how a site serves `folder` and `folder/` means both addresses.
 */
const writtenSeveralWays: readonly (readonly [string, number])[] = [
  ['https://auth0.com/docs/api/authentication', 2],
  ['https://blog.burntsushi.net/rust-error-handling', 3],
  ['https://burntsushi.net/rustdoc/csv/struct.Reader.html', 2],
  ['https://burntsushi.net/rustdoc/docopt/enum.Error.html', 2],
  ['https://claude.ai', 2],
  ['https://deno.com/blog/jsr_open_beta', 2],
  ['https://doc.rust-lang.org/std/collections/struct.BTreeMap.html', 2],
  ['https://doc.rust-lang.org/std/error/trait.Error.html', 3],
  ['https://doc.rust-lang.org/std/io/trait.Read.html', 2],
  ['https://doc.rust-lang.org/std/option/enum.Option.html', 7],
  ['https://doc.rust-lang.org/std/primitive.str.html', 4],
  ['https://doc.rust-lang.org/std/result/enum.Result.html', 6],
  ['https://docs.datasette.io/en/stable/plugin_hooks.html', 3],
  ['https://docs.rs/bstr/1.*/bstr/io/trait.BufReadExt.html', 2],
  ['https://docs.rs/bstr/1.*/bstr/trait.ByteSlice.html', 6],
  ['https://docs.rs/csv-core/0.1.0/csv_core/struct.Reader.html', 2],
  ['https://docs.rs/csv/1.0.0/csv/struct.Reader.html', 4],
  ['https://docs.rs/csv/1.0.0/csv/struct.ReaderBuilder.html', 3],
  ['https://docs.rs/csv/1.0.0/csv/struct.StringRecord.html', 2],
  ['https://en.wikipedia.org/wiki/Anti-NMDA_receptor_encephalitis', 2],
  ['https://gist.github.com/db70c113efd03029c6ff619f4699ce34', 2],
  ['https://github.com/google/yamlfmt/blob/main/docs/config-file.md', 2],
  [
    'https://github.com/openai/gpt-oss/blob/cf427a62e2d80b33b87cbd1ab715730910f5aad0/gpt_oss/evals/aime_eval.py',
    3,
  ],
  ['https://github.com/tree-sitter/py-tree-sitter', 3],
  ['https://gohugo.io', 2],
  ['https://golang.org/pkg/builtin', 6],
  ['https://golang.org/pkg/reflect', 2],
  ['https://serde.rs', 2],
  ['https://simonw.github.io/playing-with-github-pages/folder', 2],
  ['https://simonw.github.io/playing-with-github-pages/folder-with-no-index', 2],
  ['https://simonw.github.io/playing-with-github-pages/folder2', 2],
  ['https://simonw.github.io/playing-with-github-pages/json', 2],
  ['https://sqlite-utils.datasette.io/en/stable/cli.html', 3],
  ['https://swtch.com/~rsc/regexp', 3],
  ['https://tip.golang.org/doc/go1.1', 2],
  ['https://tip.golang.org/pkg/reflect', 3],
  ['https://unicode.org/reports/tr29/tr29-39.html', 2],
  ['https://unlicense.org', 2],
]

const summaries = new Map<string, readonly ResourceUse[]>()
function usesIn(path: string): readonly ResourceUse[] {
  const known = summaries.get(path) ?? summarize(path)
  summaries.set(path, known)
  return known
}

function summarize(path: string): readonly ResourceUse[] {
  const text = readFileSync(`${corpus}/${path}`, 'utf8')
  return summarizeEntry({ path: path as EntryPath, text, revision: '' as Revision, actionHeadings: [] })
    .resources
}

function lineOf(path: string, use: ResourceUse): number {
  return readFileSync(`${corpus}/${path}`, 'utf8').slice(0, use.span.from).split('\n').length
}

describe.skipIf(!hasCorpus)('a hundred links of other journals, checked by hand', () => {
  it.each(sample)('%s:%i %s', (path, line, title, authors, month, isMustRead, notes) => {
    const found = usesIn(path).filter((use) => use.title === title && lineOf(path, use) === line)
    expect(
      found.map((use) => [use.authors.join(' + '), use.month, use.isMustRead, use.notes.join(' | ')]),
    ).toContainEqual([authors, month, isMustRead, notes])
  })

  // Was wrong: the address stands in a shell script, `url="https://aws-publicdatasets…/$1"`.
  it('takes nothing for a link that stands in the code of a shortcode', () => {
    const path = `${blog}post/transducers.md`
    expect(usesIn(path).filter((use) => lineOf(path, use) === 2180)).toEqual([])
  })
})

describe.skipIf(!hasCorpus)('canonical addresses of other journals', () => {
  it('are shared by no two pages', () => {
    const written = new Map<string, Set<string>>()
    for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.md'))
        for (const { key, url } of usesIn(path)) written.set(key, (written.get(key) ?? new Set()).add(url))
    const several = Array.from(written, ([key, urls]) => [key, urls.size] as const)
      .filter(([, count]) => count > 1)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
    expect(several).toEqual(writtenSeveralWays)
  })
})
