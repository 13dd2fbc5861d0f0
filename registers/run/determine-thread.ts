import { serve } from './crew.ts';
import { determineShards } from './shard-work.ts';

serve(determineShards);
