import { serve } from '../run/crew.ts';
import { rehearseShards } from './rehearse-shards.ts';

serve(rehearseShards);
