/**
 * The bytes of a small PDF: each page the lines of one, in Helvetica, as PDF 1.4 (32000-1:2008, annex H.3) lays a
 * minimal file out.
 */
export function makePdf(
  pages: readonly (readonly string[])[],
  more: { readonly title?: string } = {},
): Buffer {
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${literal(more.title ?? '')}) >>`,
    ...pages.flatMap((lines, at) => {
      const drawn = lines.map((line) => `(${literal(line)}) Tj T*`).join('\n')
      const stream = `BT /F1 12 Tf 14 TL 50 750 Td\n${drawn}\nET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${6 + at * 2} 0 R ` +
          '/Resources << /Font << /F1 3 0 R >> >> >>',
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  return Buffer.from(layOut(objects, '/Info 4 0 R'), 'latin1')
}

/** The bytes of a PDF that asks for a password before anything of it can be read. */
export function makeLockedPdf(): Buffer {
  const key = 'a'.repeat(32)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O (${key}) /U (${key}) >>`,
  ]
  return Buffer.from(
    layOut(objects, `/Encrypt 3 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`),
    'latin1',
  )
}

/** Objects numbered from 1, with the table of where each begins. */
function layOut(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n'
  const starts = objects.map((object, at) => {
    const start = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return (
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}` +
    `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  )
}

function literal(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
