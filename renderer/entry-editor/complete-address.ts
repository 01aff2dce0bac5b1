/** What the author meant by an address without a scheme: `sparai.org` is a page, `me@sparai.org` a person. */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|[/#.?])/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(address)) return `mailto:${address}`
  return /^[^\s/@]+\.[a-z]{2,}(?:[/?#:]|$)/i.test(address) && !/\.(md|markdown|png|jpe?g|pdf)$/i.test(address)
    ? `https://${address}`
    : address
}
