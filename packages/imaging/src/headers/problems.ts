/** The bytes are not an image nor another DICOM instance; the file is left behind. `message` says what it is. */
export class NotDicom extends Error {
  override readonly name = 'NotDicom';
}

/** The bytes are DICOM and cannot be used. `message` is a reason for people, with what to do about it. */
export class DamagedDicom extends Error {
  override readonly name = 'DamagedDicom';
}

/** Only the head of the file was given and the header goes on behind it: read more of the file and parse again. */
export class HeadTooShort extends Error {
  override readonly name = 'HeadTooShort';
}
