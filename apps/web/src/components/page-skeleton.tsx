import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** Lines where text will stand, each as high as what comes in its place. */
export function LinesSkeleton({ lines, height = 20 }: { readonly lines: number; readonly height?: number }) {
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} width={`${96 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

export function PageSkeleton() {
  return (
    <Stack gap="lg" maw={1400} mx="auto" w="100%" aria-busy="true">
      <VisuallyHidden component="h1">Loading</VisuallyHidden>
      <Skeleton height={30} width={220} />
      <Skeleton height={120} />
      <Skeleton height={320} />
    </Stack>
  );
}
