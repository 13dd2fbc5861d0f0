import { buildStaffSite } from '../doors/build-staff-site.ts';

/** Before the first journey: the staff site as it is in the sources, built once for all of them. */
export default async function setup(): Promise<void> {
  await buildStaffSite();
}
