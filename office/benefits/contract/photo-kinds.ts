/** What a field for photos takes (`accept`). JPEG stands first: an iPhone or a Mac that has a HEIC then hands over a JPEG. */
export const photoKinds = 'image/jpeg,image/png,application/pdf';
