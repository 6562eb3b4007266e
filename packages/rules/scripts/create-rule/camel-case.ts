/** `bucket-blocks-public-access` → `bucketBlocksPublicAccess` */
export function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
