/** Three stones on each other; takes the accent unless its surroundings say otherwise. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 18 18" fill="currentColor" aria-hidden="true">
      <path d="M2 14.6c0-1.6 2.6-2.5 6.8-2.5s7.3.8 7.3 2.4-2.7 2.3-7 2.3S2 16.2 2 14.600Z" />
      <path d="M4.300 9.300c0-1.400 2-2.200 4.900-2.200 3.100 0 5.100.7 5.100 2.100s-2.100 2.100-5.200 2.100-4.800-.6-4.800-2Z" />
      <path d="M5.900 4.200c0-1.500 1.300-2.600 3.200-2.600s3.100 1 3.100 2.400-1.300 2.200-3.200 2.200-3.100-.6-3.100-2Z" />
    </svg>
  )
}
