/** Text with `%20` and the like decoded; as it stands where a stray percent sign is a part of it. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return text
  }
}
