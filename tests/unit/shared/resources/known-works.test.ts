import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, siteOf } from '../../../../shared/resources/canonical-url.ts'

/** Each row: the address that stands for a thing, and others of the same thing. */
const oneThing: readonly (readonly [string, ...string[]])[] = [
  [
    'https://youtube.com/watch?v=fNk_zzaMoSs',
    'https://youtu.be/fNk_zzaMoSs',
    'https://youtu.be/fNk_zzaMoSs?si=abc&t=90',
    'https://www.youtube.com/watch?v=fNk_zzaMoSs&t=90s',
    'https://www.youtube.com/watch?app=desktop&v=fNk_zzaMoSs&feature=share',
    'https://m.youtube.com/watch?v=fNk_zzaMoSs',
    'https://www.youtube.com/shorts/fNk_zzaMoSs',
    'https://www.youtube.com/embed/fNk_zzaMoSs?start=10',
    'https://www.youtube-nocookie.com/embed/fNk_zzaMoSs',
    'https://www.youtube.com/live/fNk_zzaMoSs',
  ],
  [
    'https://arxiv.org/abs/2304.12244',
    'http://arxiv.org/abs/2304.12244v2',
    'https://arxiv.org/pdf/2304.12244',
    'https://arxiv.org/pdf/2304.12244v1.pdf',
    'https://arxiv.org/html/2304.12244v3',
    'https://www.arxiv.org/abs/2304.12244?context=cs',
    'https://export.arxiv.org/abs/2304.12244',
    'https://ar5iv.labs.arxiv.org/html/2304.12244',
    'https://ar5iv.org/abs/2304.12244',
    'https://doi.org/10.48550/arXiv.2304.12244',
    'doi:10.48550/arXiv.2304.12244',
  ],
  ['https://arxiv.org/abs/cs/0501001', 'https://arxiv.org/pdf/cs.AI/0501001v1.pdf'],
  ['https://arxiv.org/abs/hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001v3'],
  [
    'https://doi.org/10.1145/3442188.3445922',
    'http://dx.doi.org/10.1145/3442188.3445922',
    'https://doi.org/10.1145%2F3442188.3445922',
    'doi:10.1145/3442188.3445922',
    'DOI: 10.1145/3442188.3445922',
    'https://dl.acm.org/doi/10.1145/3442188.3445922',
    'https://dl.acm.org/doi/abs/10.1145/3442188.3445922',
    'https://dl.acm.org/doi/pdf/10.1145/3442188.3445922',
  ],
  [
    'https://doi.org/10.1007/s00415-017-8546-4',
    'https://link.springer.com/article/10.1007/s00415-017-8546-4',
    'https://link.springer.com/content/pdf/10.1007/s00415-017-8546-4.pdf',
    'https://doi.org/10.1007/S00415-017-8546-4',
  ],
  [
    'https://doi.org/10.1038/s41586-020-2649-2',
    'https://www.nature.com/articles/s41586-020-2649-2',
    'https://www.nature.com/articles/s41586-020-2649-2.pdf',
  ],
  [
    'https://doi.org/10.1371/journal.pcbi.1003506',
    'https://journals.plos.org/ploscompbiol/article?id=10.1371/journal.pcbi.1003506',
  ],
  [
    'https://doi.org/10.1101/2020.01.02.123456',
    'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf',
    'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1.full',
  ],
  [
    'https://doi.org/10.1111/j.1365-2966.2005.09238.x',
    'https://onlinelibrary.wiley.com/doi/full/10.1111/j.1365-2966.2005.09238.x',
    'https://ann.onlinelibrary.wiley.com/doi/epdf/10.1111/j.1365-2966.2005.09238.x',
  ],
  [
    'https://doi.org/10.3389/fpsyg.2020.00001',
    'https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full',
  ],
  [
    'https://github.com/neelnanda-io/transformerlens',
    'https://github.com/neelnanda-io/TransformerLens',
    'https://github.com/neelnanda-io/TransformerLens.git',
    'https://github.com/neelnanda-io/TransformerLens/tree/main',
    'https://github.com/neelnanda-io/TransformerLens?tab=readme-ov-file#key-tutorials',
    'http://www.github.com/neelnanda-io/TransformerLens/',
  ],
  [
    'https://github.com/ann/stones/issues/12',
    'https://github.com/Ann/Stones/pull/12',
    'https://github.com/ann/stones/pull/12/files',
    'https://github.com/ann/stones/issues/12#issuecomment-1',
  ],
  [
    'https://github.com/ann/stones/blob/main/src/Moss.ts',
    'https://github.com/ann/stones/blob/main/src/Moss.ts#L10-L20',
    'https://github.com/ann/stones/raw/main/src/Moss.ts',
    'https://github.com/ann/stones/blob/main/src/Moss.ts?raw=true',
    'https://raw.githubusercontent.com/Ann/stones/main/src/Moss.ts',
    'https://raw.githubusercontent.com/ann/stones/refs/heads/main/src/Moss.ts',
  ],
  [
    'https://gist.github.com/db70c113efd03029c6ff619f4699ce34',
    'https://gist.github.com/ann/db70c113efd03029c6ff619f4699ce34',
    'https://gist.github.com/ann/db70c113efd03029c6ff619f4699ce34#file-a-py',
  ],
  [
    'https://lesswrong.com/posts/ho63vCb2MNFijinzY',
    'https://www.lesswrong.com/posts/ho63vCb2MNFijinzY/agi-safety-career-advice',
    'https://www.alignmentforum.org/posts/ho63vCb2MNFijinzY/agi-safety-career-advice',
    'https://forum.effectivealtruism.org/posts/ho63vCb2MNFijinzY/agi-safety-career-advice?utm_source=x',
    'https://www.greaterwrong.com/posts/ho63vCb2MNFijinzY/agi-safety-career-advice',
    'https://ea.greaterwrong.com/posts/ho63vCb2MNFijinzY',
    'https://www.lesswrong.com/s/CzufrvBoawNx9BbBA/p/ho63vCb2MNFijinzY',
  ],
]

describe('one thing under several addresses', () => {
  it.each(oneThing.flatMap(([stands, ...others]) => others.map((other) => [other, stands] as const)))(
    '%s is %s',
    (other, stands) => {
      expect(canonicalUrl(other)).toBe(stands)
    },
  )

  it.each(oneThing.map(([stands]) => stands))('%s stands for itself', (stands) => {
    expect(canonicalUrl(stands)).toBe(stands)
  })
})

describe('two things stay two', () => {
  it.each([
    ['https://www.youtube.com/watch?v=fNk_zzaMoSs', 'https://www.youtube.com/watch?v=fNk_zzaMoSS'],
    ['https://www.youtube.com/watch?v=fNk_zzaMoSs', 'https://www.youtube.com/watch?v=fNk_zzaMoSs&list=PL1'],
    ['https://www.youtube.com/playlist?list=PL1', 'https://www.youtube.com/playlist?list=PL2'],
    ['https://www.youtube.com/@ann', 'https://www.youtube.com/@bo'],
    ['https://arxiv.org/abs/2304.12244', 'https://arxiv.org/abs/2304.12245'],
    ['https://arxiv.org/list/cs.AI/recent', 'https://arxiv.org/list/cs.LG/recent'],
    ['https://doi.org/10.1145/3442188', 'https://doi.org/10.1145/3442188.3445922'],
    [
      'https://www.nature.com/articles/s41586-020-2649-2',
      'https://www.nature.com/articles/s41586-020-2649-3',
    ],
    ['https://www.nature.com/nature', 'https://www.nature.com/articles'],
    ['https://github.com/ann/stones', 'https://github.com/bo/stones'],
    ['https://github.com/ann/stones', 'https://github.com/ann/stones/tree/main/docs'],
    ['https://github.com/ann/stones', 'https://github.com/ann/stones/tree/next'],
    ['https://github.com/ann/stones/blob/main/A.md', 'https://github.com/ann/stones/blob/main/a.md'],
    ['https://github.com/ann/stones/issues/1', 'https://github.com/ann/stones/discussions/1'],
    ['https://github.com/ann/stones/issues', 'https://github.com/ann/stones/pulls'],
    [
      'https://www.lesswrong.com/posts/ho63vCb2MNFijinzY',
      'https://www.lesswrong.com/posts/ho63vCb2MNFijinzY/x?commentId=abc',
    ],
    ['https://www.lesswrong.com/tag/moss', 'https://forum.effectivealtruism.org/tag/moss'],
    ['https://www.lesswrong.com/users/ann', 'https://www.alignmentforum.org/users/ann'],
  ])('%s and %s', (one, two) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(two))
  })
})

describe('canonicalUrl on sites that it knows', () => {
  const host = fc.constantFrom(
    'www.youtube.com',
    'youtu.be',
    'arxiv.org',
    'doi.org',
    'dl.acm.org',
    'www.biorxiv.org',
    'www.nature.com',
    'journals.plos.org',
    'github.com',
    'raw.githubusercontent.com',
    'gist.github.com',
    'www.lesswrong.com',
    'forum.effectivealtruism.org',
  )
  const segment = fc.constantFrom(
    ...['watch', 'shorts', 'embed', 'abs', 'pdf', 'doi', 'articles', 'posts', 's', 'p', 'Ann', 'Stones.git'],
    ...[
      '.git',
      'blob',
      'raw',
      'tree',
      'main',
      'refs',
      'heads',
      'pull',
      '12',
      'fNk_zzaMoSs',
      'ho63vCb2MNFijinzY',
    ],
    ...[
      '2304.12244v2',
      '2304.12244.pdf',
      'cs.AI',
      '0501001',
      '10.1145',
      '10.48550',
      'arXiv.2304.12244v3',
      'a%2Fb',
    ],
    ...[
      'db70c113efd03029c6ff619f4699ce34',
      '10.1101%2F2020v2',
      'full',
      'A.full.pdf',
      '%C3%a9',
      'comment',
      '',
    ],
  )
  const query = fc.constantFrom(
    ...['', '?v=fNk_zzaMoSs', '?v=fNk_zzaMoSs&list=PL1', '?id=10.1371/journal.x', '?tab=x', '?raw=true&a=b'],
    ...['?commentId=abc', '?utm_source=x', '?v=&list='],
  )
  const address = fc
    .tuple(host, fc.array(segment, { maxLength: 5 }), query)
    .map(([site, path, asked]) => `https://${site}/${path.join('/')}${asked}`)

  it('applied twice is applied once', () => {
    fc.assert(
      fc.property(address, (url) => {
        const once = canonicalUrl(url)
        expect(canonicalUrl(once)).toBe(once)
      }),
      { seed: 20261124, numRuns: 20_000 },
    )
  })
})

describe('siteOf', () => {
  it.each([
    ['https://youtu.be/fNk_zzaMoSs', 'youtube.com'],
    ['https://forum.effectivealtruism.org/posts/ho63vCb2MNFijinzY/x', 'forum.effectivealtruism.org'],
    ['https://www.lesswrong.com/posts/ho63vCb2MNFijinzY/x', 'lesswrong.com'],
    ['https://ann@www.moss.example:8080/a', 'moss.example'],
    ['papers/one.pdf', ''],
  ])('%s is on %j', (url, site) => {
    expect(siteOf(url, canonicalUrl(url))).toBe(site)
  })
})
