/**
 * Query parameters that say where a visitor came from and never what the page is.
 *
 * Sources: Firefox's query stripping (firefox-source-docs.mozilla.org, “Query Parameter Stripping”); the public-domain
 * registry github.com/mpchadwick/tracking-query-params-registry; Google Analytics' campaign parameters (`utm_…`);
 * Matomo's (`mtm_…`, `pk_…`, `piwik_…`); `int_campaign`, 80,000 Hours' mark for links inside its own site. Names that
 * mean something on other sites (`ref`, `source`, `id`) are left out on purpose: two real pages must never become one.
 */
const names: ReadonlySet<string> = new Set([
  // Click identifiers of advertisers
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'twclid',
  'yclid',
  'ysclid',
  'msclkid',
  'li_fat_id',
  'ttclid',
  'rdt_cid',
  'epik',
  'igshid',
  'igsh',
  'irclickid',
  'wickedid',
  'rb_clickid',
  's_kwcid',
  'ef_id',
  '_openstat',
  // Newsletters
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'hsctatracking',
  'mkt_tok',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  '__s',
  '_bta_tid',
  '_bta_c',
  '_ke',
  '_kx',
  'trk_contact',
  'trk_msg',
  'trk_module',
  'trk_sid',
  'ck_subscriber_id',
  'dm_i',
  // Measuring tools and campaigns
  '_ga',
  '_gl',
  'int_campaign',
  'int_source',
  'int_medium',
  'int_content',
  'soc_src',
  'soc_trk',
])
const prefixes = ['utm_', 'mtm_', 'pk_', 'piwik_', 'stm_'] as const

/** Parameters that are a mark of sharing on one site only, by the site's canonical host. */
const namesOfHost: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['youtube.com', new Set(['si', 'feature', 'pp'])],
  ['youtu.be', new Set(['si', 'feature'])],
  ['open.spotify.com', new Set(['si'])],
  ['x.com', new Set(['s', 't', 'ref_src'])],
  ['twitter.com', new Set(['s', 't', 'ref_src'])],
])

/** True when the query parameter `name` on `host` (without `www.`) tracks and does not choose the page. */
export function isTrackingParameter(name: string, host: string): boolean {
  const lower = name.toLowerCase()
  return (
    names.has(lower) ||
    prefixes.some((prefix) => lower.startsWith(prefix)) ||
    namesOfHost.get(host)?.has(lower) === true
  )
}
