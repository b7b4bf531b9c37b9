/** Files that discs carry beside the images, by their names; they stay behind unread. */

interface KnownName {
  readonly pattern: RegExp;
  readonly reason: string;
}

const PROGRAM = 'part of the viewer program on the disc';

const KNOWN: readonly KnownName[] = [
  {
    pattern: /(?:^|\/)dicomdir(?:\.\w{1,4})?$/i,
    reason: 'the disc’s own list of files (DICOMDIR); the files themselves are read',
  },
  { pattern: /(?:^|\/)autorun\.inf$/i, reason: 'starts the viewer program of the disc; nothing is started here' },
  {
    pattern: /(?:^|\/)(?:thumbs\.db|desktop\.ini|\.ds_store|\.directory|ehthumbs\.db)$/i,
    reason: 'a hidden file of the operating system',
  },
  { pattern: /(?:^|\/)__macosx\//i, reason: 'a hidden file of the operating system' },
  { pattern: /(?:^|\/)\._[^/]*$/, reason: 'a hidden file of the operating system' },
  {
    pattern: /(?:^|\/)(?:\.trashes|\.spotlight-v100|\.fseventsd|system volume information|\$recycle\.bin)\//i,
    reason: 'a hidden file of the operating system',
  },
  {
    pattern: /(?:^|\/)lockfile$|(?:^|\/)dirfile$|(?:^|\/)version$/i,
    reason: 'a file of the archive that wrote the disc',
  },
  {
    pattern:
      /\.(?:dll|ocx|sys|exe|com|bat|cmd|msi|jar|class|cab|manifest|config|lib|so|dylib|lnk|ico|cur|chm|hlp|scr|vbs|ps1)$/i,
    reason: PROGRAM,
  },
  { pattern: /(?:^|\/)[^/]+\.app\//i, reason: PROGRAM },
  {
    pattern: /\.(?:js|css|htm|html|xhtml|xsl|xslt|swf|ttf|woff2?|mo|qm|po)$/i,
    reason: 'a page of the disc’s viewer or web content',
  },
  { pattern: /\.(?:docx?|xlsx?|pptx?|odt|ods|odp|epub)$/i, reason: 'an office document' },
  { pattern: /\.(?:apk|war|ear|xpi|nupkg|whl)$/i, reason: PROGRAM },
  { pattern: /\.(?:pro|prt)$/i, reason: 'a protocol of the scanner' },
];

/** Why a file of this path stays behind without being opened, or null when it has to be looked at. */
export function knownName(path: string): string | null {
  return KNOWN.find(({ pattern }) => pattern.test(path))?.reason ?? null;
}

/** Whether a name promises an image: then a file that is none is refused, not silently left. */
export const isNamedLikeImage = (path: string): boolean => /\.(?:dcm|dicom|dic|ima|mrdc|dcm30)(?:\.\d+)?$/i.test(path);
